/**
 * Where an order is looked at in the shop's administration. Shops that keep orders in tables of their own lead on from
 * there to their own page.
 */
export function orderPageOf(store: string, orderId: string): string {
  return `${store}/wp-admin/post.php?post=${orderId}&action=edit`;
}
