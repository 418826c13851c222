import { afterWord } from "./after-word";
import type { Finding } from "./finding";

/** Accounts of messengers and social networks: @names, links to profiles, and ids named as such. */
export function findHandles(plain: string): Finding[] {
  const links = [...plain.matchAll(LINK)].map((match) => {
    const text = match[0].replace(/[.,;:!?)\]]{1,200}$/, "");
    return finding(match.index, match.index + text.length, "handle_link");
  });
  const at = [...plain.matchAll(AT_NAME)].map((match) => {
    const text = match[0].replace(/\.{1,3}$/, "");
    return finding(match.index, match.index + text.length, "handle_at");
  });
  const named = idsAfterPlatform(plain)
    .filter(({ word, gap, text }) => isHandle(word, gap, text))
    .map(({ start, end, text }) =>
      finding(start, end - (text.length - text.replace(/[.:+-]{1,9}$/, "").length), "handle_named"),
    );
  const bare = [...plain.matchAll(BARE)].map((match) => {
    const text = match[1]!.replace(/[.-]{1,40}$/, "");
    const start = match.index + match[0].length - match[1]!.length;
    return finding(start, start + text.length, "handle_named");
  });
  const tags = tagsAfterDiscord(plain).map(({ start, end }) => finding(start, end, "handle_named"));
  return [...links, ...at, ...named, ...bare, ...tags];
}

const LINK =
  /(?<![\w.-])(?:https?:\/\/)?(?:www\.|m\.|mobile\.)?(?:t\.me|telegram\.(?:me|dog)|wa\.me|bsky\.app\/profile|line\.me|(?:facebook|fb|instagram|twitter|x|vk|weibo|tiktok|douyin|threads)\.(?:com|net|cn|me)|ok\.ru|(?:youtube|medium)\.com\/@|linkedin\.com\/in)\/?[\w@+][\w.@+/?=&%-]{1,200}|(?<![\w.-])tg:\/\/resolve\/?\?domain=\w{3,40}/giu;

const AT_NAME = /(?<![\w.@/-])@(?:[A-Za-z_][\w.]{1,40}|[\p{L}][\p{L}\p{N}_]{1,30})/gu;

const PLATFORM =
  /(?:wechat|weixin|\bwx(?=:)|whatsapp|kakao ?talk|kakao|telegram|\btg(?=:)|viber|signal|skype|instagram|\binsta\b|\b(?:ig|fb|vx)(?=:| [a-z][a-z\d]{0,30}[._\d]\w)|加v(?!信)|facebook|twitter|tiktok|snapchat|discord|zalo|\bQQ|\bline(?= ?id|:)|微信|V信|微博|抖音|快手|扣扣|电报|카카오톡|카톡|텔레그램|위챗|라인|인스타그램|인스타|페이스북|телеграмм?е?|вотсап|вайбер|скайпе?|инстаграме?|تلغرام|تيليجرام|تليجرام|واتساب|تويتر|فيسبوك|سكايب|سناب شات|[اإ]نستغرام)/giu;

/** In Chinese and Korean a small Latin word after a messenger is an id, unless a Latin phrase goes on around it. */
const BARE =
  /(?<![A-Za-z],? )(?:微信|[Vv]信|加[Vv]|抖音|快手|扣扣|电报|카카오톡|카톡|텔레그램|위챗)(?:은|는|号)? ?(?!(?:app|apps|bot|bots|pay|link|links|group|groups|channel|channels|chat|chats|official|account|accounts|video|videos|message|messages|messenger|wechat|weixin|telegram|kakao|kakaotalk|douyin|tiktok|live)(?![\w-]))([a-z][\w.-]{3,30})(?!\w| [A-Za-z])/gu;

const tagsAfterDiscord = afterWord(
  /discord|디스코드/giu,
  "[ :(]{0,3}(?:(?:id|ID|tag|name)[ :]{1,2})?",
  "[\\w.]{2,32}#\\d{4}(?!\\w)",
);

const ID_WORD =
  "(?:id|ids|username|user name|account|handle|nick|name|number|no\\.?|아이디|계정|号码|号|帐号|账号|账户|ник|логин|аккаунт|معرف|حساب)";
const GAP =
  `(?: ?'s)?[ (]{0,2}(?:${ID_WORD})?(?:는|은|이|가)?(?: is| was|是|为|為)?[ :："'=]{0,4}`.replaceAll(
    "id|ids",
    "[iI][dD]s?",
  );
const VALUE = "[A-Za-z0-9][\\w.:+-]{3,40}";
const idsAfterPlatform = afterWord(PLATFORM, GAP, VALUE);

/** A bare word after "WeChat" is a word; a handle is called one, follows a colon, or has a digit or `_` in it. */
function isHandle(word: string, gap: string, text: string): boolean {
  const called = /\b[iI][dD]|:|아이디|号|账|帐|ник|логин|معرف/u.test(gap);
  if (/^[\d.:-]+$/.test(text)) {
    return (
      (/[^\s(]/u.test(gap) || /^(?:qq|扣扣)$/iu.test(word)) && text.replace(/\D/g, "").length >= 5
    );
  }
  const shaped = /[\d_]|\w[.:]\w/.test(text);
  return shaped || (called && !(MORE_OFTEN_A_WORD.test(word) && /^:? ?$/.test(gap)));
}

/** "On line: reports" names nobody. */
const MORE_OFTEN_A_WORD = /^(?:line|fb|FB)$/;

function finding(start: number, end: number, why: Finding["why"]): Finding {
  return { kind: "handle", start, end, severity: "block", why };
}
