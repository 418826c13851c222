/**
 * The network address a request came from: that of the connection, or, where that is a trusted proxy, the last one
 * in X-Forwarded-For that is none. What stands before it there anybody may have written.
 */
export function addressOf(
  connection: string,
  forwardedFor: string | string[] | undefined,
  trustedProxies: readonly string[],
): string {
  const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, "");
  const way = [...[forwardedFor ?? []].flat().join(",").split(",").map(plain), plain(connection)];
  for (const address of way.filter(Boolean).reverse())
    if (!trustedProxies.includes(address)) return address;
  return plain(connection);
}

/**
 * What counts as one network address where attempts and requests are counted: of IPv6 the first 64 bits, since whoever
 * has one such address has all that begin like it; anything else as it is.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/s, "");
  if (!bare.includes(":") || !URL.canParse(`http://[${bare}]`)) return address;
  const [head = "", tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const parts = (text = "") => text.split(":").filter(Boolean);
  const [left, right] = [parts(head), parts(tail)];
  const between = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return `${[...left, ...between, ...right].slice(0, 4).join(":")}::/64`;
}
