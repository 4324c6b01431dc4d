import { maskedValue } from "#lib/crypto/mask.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { shellWord } from "#lib/events/catalogue/send-command.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";

/**
 * A request as a curl command for a POSIX shell. A masked value becomes a placeholder named after its header, for the
 * reader to fill in.
 */
export function curlCommand(request: NonNullable<AttemptDetailDto["request"]>): string {
  const headers = Object.entries(request.headers).map(
    ([name, value]) => `-H ${shellWord(headerLine(name, value))}`,
  );
  return [
    `curl -X ${request.method} ${shellWord(request.url)}`,
    ...headers,
    `--data-raw ${shellWord(request.body ?? t("curl_command_body_not_kept"))}`,
  ].join(" \\\n  ");
}

function headerLine(name: string, value: string): string {
  if (value === maskedValue) return `${name}: ${t("header_line_yours", { name })}`;
  // curl drops a header whose value is empty, unless it ends with a semicolon.
  return value === "" ? `${name};` : `${name}: ${value}`;
}
