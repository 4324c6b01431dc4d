import { testVendorContract } from "../conformance/vendor.ts";
import { hubspot } from "./provider.ts";

testVendorContract(hubspot, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  getKind: (events) => Object(events)[0]?.subscriptionType,
});
