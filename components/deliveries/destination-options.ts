import type { SelectOption } from "#components/ui/select.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { destinationText } from "./destination-text.ts";

/**
 * Webhooks and automations as the choices of a filter. The one that is chosen is always among them, also when it has
 * been deleted or stands beyond the first page.
 */
export function destinationOptions(
  webhooks: readonly Pick<WebhookDto, "id" | "url" | "description">[],
  automations: readonly Pick<AutomationDto, "id" | "name">[],
  chosenId: string | undefined,
): SelectOption[] {
  const options = [
    ...webhooks.map(({ id, url, description }) => {
      const { host, path } = destinationText(url);
      return { value: id, label: description || `${host}${path}` };
    }),
    ...automations.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const isMissing = chosenId !== undefined && options.every((option) => option.value !== chosenId);
  return isMissing ? [...options, { value: chosenId, label: chosenId }] : options;
}
