/** A set of accounts: whose money, and in which account at which provider it lies. */
export interface Book {
  merchantId: string;
  book: "merchant" | "platform";
  provider: string;
  environment: "live" | "sandbox";
  accountId: string;
}
