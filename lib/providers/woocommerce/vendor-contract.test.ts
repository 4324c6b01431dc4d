import { testVendorContract } from "../conformance/vendor.ts";
import { woocommerce } from "./provider.ts";

testVendorContract(woocommerce, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  // Held to https://woocommerce.github.io/woocommerce-rest-api-docs by the tests beside this one.
  undescribed: [/\/wp-json\/wc\/v3\/(?:orders|webhooks|settings|data|products\/\d+\/variations)\b/],
});
