const parameter = "key";

/** The address of our inbound door with the secret in it. */
export function secretAddress(url: string, secret: string): string {
  const address = new URL(url);
  address.searchParams.set(parameter, secret);
  return address.href;
}

/** null where an address has no secret. */
export function keyOf(url: string): string | null {
  return new URL(url).searchParams.get(parameter);
}

/** Whether both lead to the same door, whatever their secrets are. Mailchimp too tells webhooks apart like this. */
export function isSameDoor(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [first, second] = [new URL(one), new URL(other)];
  return first.origin === second.origin && first.pathname === second.pathname;
}
