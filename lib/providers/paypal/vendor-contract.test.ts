import { testVendorContract } from "../conformance/vendor.ts";
import { paypal } from "./provider.ts";

testVendorContract(paypal, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  // https://developer.paypal.com/docs/api/identity/v1/#userinfo_get is not among the descriptions.
  undescribed: [/^\/sandbox\/paypal\/[^/]+\/v1\/identity\//],
});
