/** What the platform keeps of a payment. No merchant chooses it. */
export interface PlatformFee {
  /** In the smallest unit that Stripe counts in; 0 = none. */
  fee: number;
  /** The platform's rule by which it was decided; null = the one that is built in. */
  policyId: string | null;
}
