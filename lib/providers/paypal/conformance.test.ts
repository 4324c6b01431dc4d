import { testConformance } from "../conformance/suite.ts";
import { paypal } from "./provider.ts";

testConformance(paypal);
