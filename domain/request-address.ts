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
