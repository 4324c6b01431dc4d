/** Write actions that no recipe has, and why: they are in the lists of their apps, for people and other programs. */
export const withoutRecipe: Readonly<Record<string, string>> = {
  "shopify.set-stock": "No event says how many pieces are left.",
  "woocommerce.set-stock": "No event says how many pieces are left.",
  "stripe.create-charge": "The guest's card is known to the payment page only.",
  "stripe.refund-charge": "A person decides on each refund.",
  "paypal.refund-capture": "A person decides on each refund.",
};
