import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function NewChargeLoading() {
  return <DetailLoading what="the form" />;
}
