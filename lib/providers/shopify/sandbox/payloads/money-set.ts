/** An amount in the currency of the shop and in that of the guest. */
export function moneySet(amount: string, currency: string) {
  const money = { amount, currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
