import { testConformance } from "../conformance/suite.ts";
import { stripe } from "./provider.ts";

testConformance(stripe);
