import type { Provider } from "../contract/provider.ts";
import { type MeaningOfForbidden, testActions } from "./actions.ts";
import { testDeclaration } from "./declaration.ts";
import { testInbound } from "./inbound.ts";
import { testKeptRows } from "./kept-rows.ts";
import { testLayout } from "./layout.ts";
import { testLiveHosts } from "./live-hosts.ts";
import { testOddInput } from "./odd-input.ts";
import { testRights } from "./rights.ts";
import { testScrubbing } from "./scrubbing.ts";
import { testTaking } from "./taking.ts";

/** Everything that is asked of each provider. A provider's folder calls it in a test file, so that they run side by side. */
export function testConformance(
  provider: Provider,
  { forbidden = "scope_missing" }: { forbidden?: MeaningOfForbidden } = {},
): void {
  testDeclaration(provider);
  testLayout(provider);
  testActions(provider, forbidden);
  testInbound(provider);
  testKeptRows(provider);
  testLiveHosts(provider);
  testOddInput(provider);
  testRights(provider);
  testScrubbing(provider);
  testTaking(provider);
}
