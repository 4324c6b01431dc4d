/** https://shopify.dev/docs/api/usage/gids */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** Of stock at a location. Its number is neither that of the location nor that of the item. */
export function levelGid(locationId: string, inventoryItemId: string): string {
  return `${gid("InventoryLevel", `5${locationId}`)}?inventory_item_id=${inventoryItemId}`;
}

/** The number in a global id of that type; null for another one. */
export function idIn(type: string, globalId: string): string | null {
  const start = `gid://shopify/${type}/`;
  return globalId.startsWith(start) ? globalId.slice(start.length) : null;
}

/** Shopify tells times to the second. */
export function stamp(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
