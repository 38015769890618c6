"""The small vocabulary of web furniture: what stands round a text on a page and is not text."""

from __future__ import annotations

import re
from typing import Final

_ALWAYS: Final = """
a+|a-|a a a|skip to content|skip to main content|skip to navigation|copy link|copy url|link copied|link copied!
copied|copied!|share this|share this article|share this story|share this page|share this post|share article
share story|share-line|share on facebook|share on twitter|share on x|share on whatsapp|share on telegram
share on linkedin|share via email|email this article|email this|print this article|print this page|print this
print article|save article|save for later|night theme|night_theme|dark mode|light mode|night mode|loading
loading...|loading…|load more|load more comments|show more|see more|what are you looking for|search for
search for:|toggle navigation|toggle menu|main menu|close menu|open menu|menu close|advertisement
advertisement - scroll to continue|advertising|sponsored|sponsored content|story continues below advertisement
accept all|accept all cookies|accept cookies|reject all|reject all cookies|cookie settings|manage cookies
cookie policy|cookie preferences|privacy policy|terms of use|terms of service|terms and conditions
terms & conditions|contact us|about us|advertise with us|work with us|sign up for our newsletter
subscribe to our newsletter|subscribe now|sign in|sign up|log in|log out|login|register now|create account
my account|leave a comment|leave a reply|post a comment|add a comment|no comments|no comments yet
comments are closed|join the discussion|read more|read more:|read next|continue reading|click here
click to share|tap to unmute|back to top|go to top|scroll to top|related articles|related stories|related posts
related news|related topics|most read|most popular|trending now|you may also like|recommended for you
more from this author|more from the author|view all posts|view comments|hide comments|show comments|app store
google play|apple store|play market|get the app|download our app|install our app|download app|report an error
report a typo|add to favorites|add to bookmarks|bookmark this|listen to this article|listen to article|text size
previous article|next article|previous post|next post|follow us|follow us on social media|stay connected
rss feed|site map|sitemap|ссылка скопирована|копировать ссылку|поделиться|поделиться:|читать далее|читайте также
подписаться|реклама|главное меню|linki kopyala|paylaş|paylaş:|bağlantıyı kopyala|reklam|daha fazla|abone ol
giriş yap|ətraflı|paylaşın|keçidi kopyala|linki kopyalayın|partager|partager cet article|lire aussi
lire la suite|s'abonner|publicité|teilen|artikel teilen|drucken|mehr lesen|anzeige|werbung|compartir|leer más
suscríbete|publicidad|condividi|leggi anche|pubblicità|שתף|שיתוף|העתק קישור|הדפסה|שתפו|تابعنا|شارك|مشاركة
نسخ الرابط|اقرأ المزيد
"""
_AMONG_OTHERS: Final = """
facebook|twitter|x|x.com|youtube|instagram|telegram|whatsapp|linkedin|pinterest|reddit|tiktok|vkontakte|vk|ok
threads|bluesky|mastodon|messenger|viber|flipboard|tumblr|snapchat|email|e-mail|mail|rss|print|share|tweet|pin
pin it|like|save|copy|link|search|menu|close|home|subscribe|newsletter|newsletters|notifications|ads|ad|register
account|profile|donate|shop|store|contact|about|careers|jobs|help|faq|next|previous|prev|back|more|all|all news
news|latest|latest news|top stories|breaking news|breaking|trending|live|videos|video|photos|photo|gallery
photo gallery|podcasts|podcast|audio|listen|watch|opinion|opinions|editorial|analysis|politics|economy|economics
business|world|society|culture|sports|sport|science|technology|tech|health|travel|lifestyle|entertainment
education|environment|weather|markets|finance|military|security|energy|region|regions|international|national
local|interview|interviews|reports|features|blogs|blog|columns|comment|comments|comments (0)|tags|tags:|category
categories|categories:|topics|topics:|archive|archives|authors|magazine|events|english|русский|українська
azərbaycan|azərbaycanca|türkçe|français|deutsch|español|italiano|العربية|עברית|فارسی|հայերեն|ქართული|ru|en|az
arm|arm.|eng|rus|aze|tr|de|fr|es|fa|ar|he|it|ua|uk|ge|geo|hy|zh|cn|pl|pt|usa|europe|asia|africa|middle east
americas|политика|экономика|общество|культура|спорт|новости|видео|фото|главная|поиск|меню|мир|печать|распечатать
siyasət|iqtisadiyyat|cəmiyyət|mədəniyyət|idman|xəbərlər|axtar|axtarış|ana səhifə|siyaset|ekonomi|dünya|spor
gündem|haberler|ara|ana sayfa|yazdır|politique|économie|société|accueil|rechercher|imprimer|politik|wirtschaft
startseite|suche|política|economía|sociedad|inicio|buscar|imprimir|related|share:|follow us:|partners|multimedia
infographics|exclusive|press|media|legal|privacy|cookies|terms|disclaimer|feedback
"""
_PATTERNS: Final = re.compile(
    r"""
    (?:page\s+)?views?\s*:?\s*[\d.,\s]+k?                                        # Views: 127
    | [\d.,]+k?\s+(?:views?|shares?|comments?|likes?|reads?|retweets?)
    | (?:comments?|shares?|likes?|reads?|просмотр\w*|baxış\w*)\s*[:(]\s*[\d.,\s]+k?\)?
    | \d+\s*[-–]?\s*min(?:ute)?s?\.?\s+read | (?:reading|read)\s+time\s*:?\s*\d+.{0,20}
    | (?:share-?line)?\s*lik(?:ed?|ing)\s+(?:the|this)\s+(?:story|article|post)\b.{0,80}
    | (?:please\s+)?follow\s+(?:us|me|[A-Z][\w.\s]{1,30})\s+on\s+\S.{0,60}
    | (?:join|find|like|watch)\s+us\s+on\s+.{1,60}
    | share\s+(?:(?:this|it|the)\s+)?(?:\w+\s+)?(?:on|via|by|with)\s+
      (?:social\s+media|facebook|twitter|x|e-?mail|whatsapp|telegram|linkedin|reddit)\b.{0,40}
    | click\s+to\s+(?:share|print|e-?mail|copy)\b.{0,60}
    | (?:sign|log)\s+(?:up|in)\s+(?:to|for|with)\b.{0,80}
      \b(?:newsletter|account|inbox|updates?|alerts?|google|facebook)\b.{0,60}
    | subscribe\s+(?:to|now|for|today|here)\b.{0,80} | get\s+(?:the|our)\s+.{0,60}\b(?:newsletter|app|inbox)\b.{0,40}
    | .{0,40}\bwe(?:bsite)?\s+(?:and\s+our\s+partners\s+)?uses?\s+cookies\b.{0,400}
    | this\s+(?:web)?site\s+uses\s+cookies\b.{0,400}
    | by\s+(?:continuing|using)\s+(?:to\s+)?.{0,60}\bcookies?\b.{0,300}
    | .{0,60}\ball\s+rights\s+reserved\b.{0,80}
    | (?:copyright\s+)?(?:©|\(c\)|copyright\s+\d{4}).{0,120}
    | [\w .'’&-]{1,60}\s*©\s*\d{4}.{0,60}
    | any\s+use\s+of\s+(?:the\s+)?materials?\b.{0,160}
    | (?:reproduction|republication|use)\b.{0,60}\bhyperlink\b.{0,100}
    | the\s+post\s+.{1,400}\s+(?:appeared\s+first|first\s+appeared)\s+on\s+.{1,120}
    | (?:(?:main|featured|cover|top|lead|header)\s+)?(?:image|photo|picture|photograph|illustration|foto|фото)s?
      (?:\s+(?:credit|courtesy|source|by))?s?\s*[:©]\s*.{1,200}
    | (?:photo|image|picture)s?\s+(?:by|courtesy\s+of|via)\s+.{1,120}
    | [^.!?]{0,200}\((?:photo|image|picture|credit|photo\s+credit)s?(?:\s*:|\s+by|\s+via|\s+courtesy).{1,100}\)\s*\.?
    | .{0,160}(?:/|\bvia\s+|\|\s*)
      (?:shutterstock|getty\s+images?|istock|depositphotos|wikimedia\s+commons|flickr)(?:\.com)?[\s.)\]]*
    | (?:read|see|watch)\s+(?:also|more|next)\s*:.{1,160} | (?:related|recommended)\s*:.{1,160}
    | также\s+по\s+теме.{0,120} | читайте\s+также.{0,160}
    | (?:filed\s+under|posted\s+in|tagged(?:\s+with)?)\b\s*:?.{1,160} | \#\w+(?:\s+\#\w+)+
    | [a-z]+(?:_[a-z]+)+
    | (?:share|tweet|e?mail|print|copy|pin|save)
      (?:\s*[|/•·,]\s*(?:share|tweet|facebook|twitter|whatsapp|e?mail|print|copy|pin|save))+
    | (?:<\s*)?(?:previous|next)\s*[|/]\s*(?:previous|next)(?:\s*>)? | page\s+\d+\s+of\s+\d+
    """,
    re.X | re.I,
)
#: Lines longer than this are no furniture, save the notices about cookies and rights.
LONGEST: Final = 600
_DOMAIN: Final = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|az|ru|tr|il|ir|am|ge|ua|uk|eu|info|news|tv|co|io|de|fr|me)(?:\.[a-z]{2})?",
    re.I,
)
_EDGES: Final = " \t\u00a0\u200b\u200e\u200f•·|›»«‹<>→←↑↓▼▲►◄✕×*=—–_?!.:#\ufe0f"


def _words(block: str) -> frozenset[str]:
    return frozenset(each.strip().casefold() for line in block.strip().split("\n") for each in line.split("|"))


_SURE: Final = _words(_ALWAYS)
_LIKELY: Final = _words(_AMONG_OTHERS)


def is_furniture(line: str) -> bool:
    """Whether the line is page furniture wherever it stands: `Copy link`, `Views: 127`, a notice of rights."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return False
    folded = line.casefold()
    return folded in _SURE or _bare(folded) in _SURE or _PATTERNS.fullmatch(line) is not None


def may_be_furniture(line: str) -> bool:
    """Whether the line is page furniture among other such lines: `Facebook`, `Politics`, `EN`, a site's name."""
    if len(line) > 80:
        return False
    folded = line.strip().casefold()
    bare = _bare(folded)
    return not bare or folded in _LIKELY or bare in _LIKELY or _DOMAIN.fullmatch(bare) is not None


def _bare(folded: str) -> str:
    return re.sub(r"\s+", " ", folded.strip(_EDGES))
