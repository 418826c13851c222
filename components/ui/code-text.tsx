/** A text in which what stands between backticks is code. */
export function CodeText({ text }: { text: string }) {
  return Array.from(text.matchAll(/`([^`]*)`|[^`]+/g), ({ 0: plain, 1: code, index }) =>
    code === undefined ? plain : <code key={index}>{code}</code>,
  );
}
