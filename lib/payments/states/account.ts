/** Whose money, in which account at which provider: a row of `payment_accounts` is one. */
export interface ChargedAccount {
  merchantId: string;
  integrationId: string | null;
  provider: string;
  environment: "live" | "sandbox";
  /** At the provider. */
  accountId: string;
}
