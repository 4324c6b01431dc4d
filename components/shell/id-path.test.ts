import { describe, expect, test } from "vitest";
import { pathForId } from "./id-path.ts";

describe("pathForId", () => {
  test.each([
    ["evt_01JD", "/events/evt_01JD"],
    ["  dlv_8x-Y_z ", "/deliveries/dlv_8x-Y_z"],
    ["wh_1", "/webhooks/wh_1"],
    ["int_1", "/integrations/int_1"],
    ["aut_1", "/automations/aut_1"],
    ["chg_1", "/payments/charges/chg_1"],
    ["pot_1", "/payments/payouts/pot_1"],
  ])("leads %s to %s", (text, path) => {
    expect(pathForId(text)).toBe(path);
  });

  test.each(["", "evt_", "evt", "whsec_abc", "key_1", "evt_1/../../settings", "evt_1?x=1", "see evt_1"])(
    "leads nowhere for %j",
    (text) => {
      expect(pathForId(text)).toBeNull();
    },
  );
});
