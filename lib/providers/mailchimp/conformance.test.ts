import { testConformance } from "../conformance/suite.ts";
import { mailchimp } from "./provider.ts";

testConformance(mailchimp);
