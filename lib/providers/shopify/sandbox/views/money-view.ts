/** MoneyBag: the guest pays in the shop's own currency here. */
export function moneyBag(amount: string, currencyCode: string) {
  const money = { amount, currencyCode };
  return { shopMoney: money, presentmentMoney: money };
}
