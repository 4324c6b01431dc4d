/**
 * Whether a host is one of those that a sandbox stands for: by its name, `*.example.com` for what lies below it, `*`
 * for any. A port counts only where the pattern has one.
 */
export function isHostOf(patterns: readonly string[], host: string): boolean {
  const name = host.replace(/:\d+$/, "");
  return patterns.some((pattern) => {
    if (pattern === "*") return true;
    if (pattern.startsWith("*.")) return name.endsWith(pattern.slice(1)) && name.length >= pattern.length;
    return pattern === host || pattern === name;
  });
}
