import { testVendorContract } from "../conformance/vendor.ts";
import { slack } from "./provider.ts";

testVendorContract(slack, { url: new URL("./testing/vendor-contract.json", import.meta.url) });
