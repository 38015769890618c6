/* No way out, for `LD_PRELOAD`: whoever looks up a name or connects to an address, from whatever thread and language, ends
   the process with code 99. Sockets of this machine alone (AF_UNIX) are let be. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

static void out(const char *what, size_t length)
{
    if (write(2, what, length) >= 0)
        _exit(99);
    _exit(99);
}

int connect(int socket, const struct sockaddr *address, socklen_t length)
{
    static int (*plainly)(int, const struct sockaddr *, socklen_t);
    if (address->sa_family != AF_UNIX)
        out("connect\n", 8);
    if (plainly == NULL)
        plainly = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
    return plainly(socket, address, length);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found)
{
    (void)name, (void)service, (void)hints, (void)found;
    out("getaddrinfo\n", 12);
    return EAI_FAIL;
}
