import { testVendorContract } from "../conformance/vendor.ts";
import { slack } from "./provider.ts";
import { sandbox } from "./sandbox/sandbox.ts";

testVendorContract(slack, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  // Which ends the access, so that it comes last.
  further: async ({ context }) => sandbox.commands["uninstall-app"]?.run(context),
  getKind: (message) => Object(Object(message).event).type,
});
