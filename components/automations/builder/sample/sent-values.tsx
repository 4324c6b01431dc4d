import { SentFields } from "#components/automations/sent-fields.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { sentFields } from "#lib/automations/words/sent-words.ts";
import { useBuilder } from "../builder-context.ts";

interface SentValuesProps {
  input: Readonly<Record<string, unknown>>;
  /** Of the action. */
  shape: Shape;
}

/** What the app would be given, field by field in plain words. */
export function SentValues({ input, shape }: SentValuesProps) {
  const { scope } = useBuilder();
  const reader = { locale: useLocale(), timeZone: scope?.merchant.timeZone ?? "UTC" };
  return <SentFields fields={sentFields(input, shape, { reader, chosen: new Map() })} />;
}
