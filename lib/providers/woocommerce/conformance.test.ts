import { testConformance } from "../conformance/suite.ts";
import { woocommerce } from "./provider.ts";

testConformance(woocommerce);
