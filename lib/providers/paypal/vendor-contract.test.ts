import { testVendorContract } from "../conformance/vendor.ts";
import { paypal } from "./provider.ts";

testVendorContract(paypal, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  getKind: (event) => Object(event).event_type,
});
