/**
 * An address as it tells a report again: without protocol, `www.`, fragment, what is appended to follow readers about,
 * and a last slash; what is asked for in order. "" for what is no web address.
 */
export function reportAddress(url: string): string {
  if (!URL.canParse(url)) return "";
  const { protocol, hostname, port, pathname, searchParams } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return "";
  const host = hostname.replace(/^(www|m|mobile|amp)\./, "") + (port === "" ? "" : `:${port}`);
  const asked = [...searchParams].filter(([name]) => !FOLLOWING.test(name));
  const query = new URLSearchParams(asked.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  const path = pathname.replace(/\/+$/, "").replace(/\/(amp|index\.html?)$/, "");
  // The front page of a publisher is no report.
  if (path === "" && query === "") return "";
  return `${host}${path}${query === "" ? "" : `?${query}`}`;
}

const FOLLOWING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid)$/i;
