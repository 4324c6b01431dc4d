/** What the form of a connection says beside what is typed, for a browser that sends it itself. */
export function InstallFields({
  via,
  ...options
}: Partial<Record<"environment" | "integrationId" | "way", string | undefined>> & {
  /** Prefix of the form's fields. */
  via: string;
}) {
  return Object.entries({ via, ...options }).map(
    ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  );
}
