import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function RefundLoading() {
  return <DetailLoading what="what can be given back" />;
}
