/** The OAuth app that an operator made at the provider. */
export type ProviderApp = { clientId: string; clientSecret: string; signingSecret?: string | undefined };
