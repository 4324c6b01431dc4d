/** Files that hold code for an engineer to copy, in no language of people. */
export const notTexts: readonly string[] = [
  "components/deliveries/curl.ts",
  "components/webhooks/verify-snippets.ts",
];
