import { testConformance } from "../conformance/suite.ts";
import { shopify } from "./provider.ts";

testConformance(shopify);
