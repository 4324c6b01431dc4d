import { testConformance } from "../conformance/suite.ts";
import { sendgrid } from "./provider.ts";

testConformance(sendgrid);
