/** `gid://shopify/Order/1` → `1`. https://shopify.dev/docs/api/usage/gids */
export function numberOf(globalId: string): string {
  return globalId.slice(globalId.lastIndexOf("/") + 1);
}

export function isGlobalId(text: string, type: string): boolean {
  return new RegExp(`^gid://shopify/${type}/\\d+$`).test(text);
}
