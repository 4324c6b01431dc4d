import { lookUp } from "#lib/look-up.ts";

const settings: Readonly<Record<string, string>> = {
  eventType: "When",
  condition: "Only if",
  mode: "When it is due",
  limit: "Without asking up to",
  freshForSeconds: "Makes sense for, in seconds",
  integrationId: "Account",
  action: "What it does",
};

/** What a path into a definition is called: `mapping.firstName` is "First name". */
export function fieldWords(path: string, labelOf: (name: string) => string): string {
  const inner = path.replace(/^mapping\./, "");
  return (
    lookUp(settings, inner) ??
    inner
      .split(/[.[\]]+/)
      .filter((part) => part !== "")
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : labelOf(part)))
      .join(" · ")
  );
}
