import type { HTMLAttributes } from "react";
import { toMarkup } from "./to-markup";

type Props = HTMLAttributes<HTMLElement> & {
  as: "div" | "fieldset" | "ol" | "tbody" | "ul";
};

/**
 * An element of which nothing runs in the browser, written as text at once. React handles each element of a page four
 * times (it writes and reads it for the router, draws it, and takes it over in the browser), which for the many small
 * ones of a table or a list of choices is most of what a page takes. Only for server components. Where the text
 * changes, all of it is drawn anew: what must keep the focus or stay unfolded belongs outside.
 */
export function StaticMarkup({ as: Element, children, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every text and attribute in it was escaped
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: toMarkup(children) }} />;
}
