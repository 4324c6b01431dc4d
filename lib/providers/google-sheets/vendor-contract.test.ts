import { testVendorContract } from "../conformance/vendor.ts";
import { googleSheets } from "./provider.ts";

testVendorContract(googleSheets, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  // https://developers.google.com/identity/protocols/oauth2 has no discovery document.
  undescribed: [/^\/sandbox\/google-sheets\/oauth2\.googleapis\.com\//],
});
