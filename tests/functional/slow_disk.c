/* What a slow disk does to a program, for `LD_PRELOAD`: of each write to SLOW_DISK, a file or all in a folder, one half is
   there before a wait and the other after it, and each flush waits before it begins. SLOW_WAIT is in milliseconds. What
   begins and ends is told in the file SLOW_TOLD, a line each, so that a test knows when it hits. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

typedef ssize_t (*writing)(int, const void *, size_t);
typedef ssize_t (*placing)(int, const void *, size_t, off64_t);
typedef int (*flushing)(int);

static int is_slow(int file, char *path)
{
    const char *folder = getenv("SLOW_DISK");
    char link[64];
    if (folder == NULL)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return 0;
    path[length] = '\0';
    size_t whole = strlen(folder);
    return strncmp(path, folder, whole) == 0 && (path[whole] == '\0' || path[whole] == '/');
}

static void tell(const char *what, const char *path)
{
    static writing plainly;
    char line[PATH_MAX + 64];
    const char *told = getenv("SLOW_TOLD"), *name = strrchr(path, '/');
    if (told == NULL)
        return;
    if (plainly == NULL)
        plainly = (writing)dlsym(RTLD_NEXT, "write");
    int file = open(told, O_WRONLY | O_APPEND | O_CREAT, 0666);
    int length = snprintf(line, sizeof line, "%s %s\n", what, name != NULL ? name + 1 : path);
    if (file >= 0 && plainly(file, line, (size_t)length) == length)
        close(file);
}

static void wait_for_disk(void)
{
    const char *given = getenv("SLOW_WAIT");
    long milliseconds = given != NULL ? atol(given) : 0;
    struct timespec span = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&span, NULL);
}

static ssize_t in_halves(placing at_place, int file, const char *bytes, size_t count, off64_t place, const char *path)
{
    size_t half = count / 2;
    tell("writes", path);
    ssize_t first = half > 0 ? at_place(file, bytes, half, place) : 0;
    wait_for_disk();
    if (first == (ssize_t)half) {
        ssize_t second = at_place(file, bytes + half, count - half, place + (off64_t)half);
        first = second < 0 ? second : first + second;
    }
    tell("wrote", path);
    return first;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place)
{
    static placing plainly;
    char path[PATH_MAX];
    if (plainly == NULL)
        plainly = (placing)dlsym(RTLD_NEXT, "pwrite64");
    return is_slow(file, path) ? in_halves(plainly, file, bytes, count, place, path)
                               : plainly(file, bytes, count, place);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place)
{
    return pwrite64(file, bytes, count, place);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    static writing plainly;
    char path[PATH_MAX];
    if (plainly == NULL)
        plainly = (writing)dlsym(RTLD_NEXT, "write");
    if (is_slow(file, path)) {
        tell("writes", path);
        wait_for_disk();
        tell("wrote", path);
    }
    return plainly(file, bytes, count);
}

static int flush(flushing plainly, int file)
{
    char path[PATH_MAX];
    int slow = is_slow(file, path);
    if (slow) {
        tell("flushes", path);
        wait_for_disk();
    }
    int done = plainly(file);
    if (slow)
        tell("flushed", path);
    return done;
}

int fsync(int file)
{
    return flush((flushing)dlsym(RTLD_NEXT, "fsync"), file);
}

int fdatasync(int file)
{
    return flush((flushing)dlsym(RTLD_NEXT, "fdatasync"), file);
}
