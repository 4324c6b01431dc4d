import { maxRetries } from "#lib/webhooks/retry-presets.ts";
import { nextKey, type WebhookFormValues } from "./form-values.ts";

/**
 * What the buttons within the form do to what is typed. Each carries its edit as its value: before any script has loaded
 * the browser posts it, and the page comes back changed.
 */
export const edits = {
  addHeader: "add-header",
  removeHeader: (index: number) => `remove-header-${index}`,
  addWait: "add-wait",
  removeWait: (index: number) => `remove-wait-${index}`,
  replaceAuth: "replace-auth",
  keepAuth: "keep-auth",
  useInbox: "use-inbox",
} as const;

/** The form after an edit; as it was where there is no such edit. */
export function applyEdit(values: WebhookFormValues, edit: string): WebhookFormValues {
  const { headers, auth, retry } = values;
  const { custom } = retry;
  switch (edit) {
    case edits.addHeader:
      return { ...values, headers: [...headers, { key: nextKey(headers), name: "", value: "" }] };
    case edits.addWait:
      if (custom.length >= maxRetries) return values;
      return {
        ...values,
        retry: { ...retry, custom: [...custom, { key: nextKey(custom), amount: "1", unit: "h" }] },
      };
    case edits.replaceAuth:
    case edits.keepAuth:
      return { ...values, auth: { ...auth, isReplaced: edit === edits.replaceAuth } };
    default:
      return {
        ...values,
        headers: headers.filter((_, index) => edit !== edits.removeHeader(index)),
        retry: { ...retry, custom: custom.filter((_, index) => edit !== edits.removeWait(index)) },
      };
  }
}
