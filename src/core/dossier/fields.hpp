// The fields of events and their parts, each listed once, for reading and for writing JSON.
//
// A list names every member with its JSON name; Writer and Reader walk it. Members with their
// default value are left out, so a record holds only what was said.
#pragma once

#include "dossier/event.hpp"

namespace motcua::dossier::fields {

template <class V>
void list(V& v, Applicant& a) {
  v("kind", a.kind), v("name", a.name), v("identity", a.identity), v("address", a.address);
  v("phone", a.phone), v("email", a.email);
}

template <class V>
void list(V& v, PaperFile& f) {
  v("id", f.id), v("paper", f.paper), v("name", f.name), v("media_type", f.media_type);
  v("sha256", f.sha256), v("size", f.size), v("pages", f.pages);
  v("signatures", f.signatures), v("origin", f.origin);
  v("received_at", f.received_at);
}

template <class V>
void list(V& v, RegisterNumber& n) {
  v("year", n.year), v("number", n.number);
}

template <class V>
void list(V& v, PaperGiven& p) {
  v("paper", p.paper), v("originals", p.originals), v("copies", p.copies);
}

template <class V>
void list(V& v, AskedItem& i) {
  v("paper", i.paper), v("what", i.what), v("field", i.field);
}

template <class V>
void list(V& v, Filer& f) {
  v("account", f.account), v("party", f.party), v("mandate", f.mandate);
}

template <class V>
void list(V& v, Intake& i) {
  v("procedure", i.procedure), v("procedure_version", i.procedure_version), v("case", i.case_id);
  v("channel", i.channel), v("applicant", i.applicant), v("filer", i.filer);
  v("summary", i.summary);
  v("answers", i.answers), v("papers", i.papers), v("files", i.files);
  v("collect_at", i.collect_at), v("notify_by", i.notify_by), v("notify_to", i.notify_to);
  v("language", i.language);
  v("received_at", i.received_at), v("authority_version", i.authority_version);
}

template <class V>
void list(V& v, Promise& p) {
  v("due", p.due), v("given_at", p.given_at), v("kind", p.kind), v("reason", p.reason);
  v("document", p.document), v("author", p.author);
}

template <class V>
void list(V& v, ClockStop& s) {
  v("why", s.why), v("policy", s.policy), v("from", s.from), v("to", s.to);
  v("capped_at", s.capped_at), v("reason", s.reason), v("document", s.document);
}

template <class V>
void list(V& v, OpenedTask& t) {
  v("task", t.task), v("unit", t.unit), v("due", t.due);
}

template <class V>
void list(V& v, PendingTimer& t) {
  v("execution", t.execution), v("node", t.node), v("set_at", t.set_at), v("due", t.due);
}

template <class V>
void list(V& v, FoundOut& f) {
  v("node", f.node), v("result", f.result), v("value", f.value), v("rule", f.rule);
}

template <class V>
void list(V& v, ProcessMove& m) {
  v("closed", m.closed), v("opened", m.opened), v("joining_flows", m.joining_flows);
  v("ended", m.ended), v("interrupted", m.interrupted), v("timers", m.timers);
  v("found_out", m.found_out), v("state", m.state);
}

template <class V>
void list(V& v, IntakeChange& c) {
  v("before", c.before), v("after", c.after), v("case_before", c.case_before);
  v("case_after", c.case_after), v("summary_before", c.summary_before);
  v("summary_after", c.summary_after), v("answers_before", c.answers_before);
  v("answers_after", c.answers_after);
}

template <class V>
void list(V& v, Submitted& e) {
  v("intake", e.intake), v("promise", e.promise), v("answer_due", e.answer_due);
}
template <class V>
void list(V& v, Received& e) {
  v("intake", e.intake), v("promise", e.promise), v("move", e.move);
}
template <class V>
void list(V& v, Accepted& e) {
  v("move", e.move), v("note", e.note);
}
template <class V>
void list(V& v, Guided& e) {
  v("intake", e.intake), v("items", e.items), v("reason", e.reason);
}
template <class V>
void list(V& v, Refused& e) {
  v("intake", e.intake), v("reason", e.reason), v("document", e.document);
}
template <class V>
void list(V& v, SupplementRequested& e) {
  v("items", e.items), v("reason", e.reason), v("document", e.document);
  v("approved_by", e.approved_by), v("stop", e.stop);
}
template <class V>
void list(V& v, Supplemented& e) {
  v("files", e.files), v("papers", e.papers), v("note", e.note), v("promise", e.promise);
  v("corrected", e.corrected);
}
template <class V>
void list(V& v, Suspended& e) {
  v("stop", e.stop);
}
template <class V>
void list(V& v, Resumed& e) {
  v("note", e.note), v("promise", e.promise);
}
template <class V>
void list(V& v, Taken& e) {
  v("task", e.task), v("officer", e.officer);
}
template <class V>
void list(V& v, Assigned& e) {
  v("task", e.task), v("officer", e.officer), v("note", e.note);
}
template <class V>
void list(V& v, authority::Doubt& d) {
  v("of", d.of), v("counted", d.counted), v("more", d.more), v("records", d.records);
}
template <class V>
void list(V& v, authority::RegisterFact& f) {
  v("name", f.name), v("value", f.value), v("of", f.of), v("records", f.records);
  v("doubts", f.doubts);
}
template <class V>
void list(V& v, DecidedBy& d) {
  v("matrix", d.matrix), v("version", d.version), v("rule", d.rule), v("decider", d.decider);
  v("instrument", d.instrument), v("registers", d.registers);
}
template <class V>
void list(V& v, authority::ActingFor& a) {
  v("person", a.person), v("name", a.name), v("post", a.post), v("paper", a.paper);
}
template <class V>
void list(V& v, StepCompleted& e) {  // `how` is the event's name
  v("move", e.move), v("reason", e.reason), v("note", e.note), v("document", e.document);
  v("document_date", e.document_date), v("outcome", e.outcome), v("decided", e.decided);
  v("answers", e.answers);
}
template <class V>
void list(V& v, Apologised& e) {
  v("reason", e.reason), v("responsible_unit", e.responsible_unit), v("document", e.document);
  v("promise", e.promise);
}
template <class V>
void list(V& v, Stopped& e) {
  v("reason", e.reason), v("document", e.document);
}
template <class V>
void list(V& v, Withdrawn& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, ResultRecorded& e) {
  v("document", e.document), v("document_date", e.document_date), v("outcome", e.outcome);
  v("summary", e.summary), v("registered", e.registered);
}
template <class V>
void list(V& v, ResultIssued& e) {
  v("file", e.file), v("origin", e.origin), v("signers", e.signers);
  v("valid_until", e.valid_until), v("reason", e.reason), v("decided", e.decided);
}
template <class V>
void list(V& v, PaperSigned& e) {
  v("file", e.file), v("signers", e.signers), v("valid_until", e.valid_until);
  v("reason", e.reason);
}
template <class V>
void list(V& v, PaperSentBack& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, ResultRevoked& e) {
  v("reason", e.reason), v("document", e.document);
}
template <class V>
void list(V& v, ResultReturned& e) {
  v("returned_to", e.returned_to), v("note", e.note), v("move", e.move), v("shown", e.shown);
}
template <class V>
void list(V& v, ResultPosted& e) {
  v("carrier", e.carrier), v("tracking", e.tracking), v("date", e.date), v("note", e.note);
  v("move", e.move);
}
template <class V>
void list(V& v, DeliveryRecorded& e) {
  v("received_by", e.received_by), v("date", e.date), v("note", e.note);
}
template <class V>
void list(V& v, IntakeCorrected& e) {
  list(v, e.change), v("reason", e.reason), v("promise", e.promise);
}
template <class V>
void list(V& v, PaperChecked& e) {
  v("paper", e.paper), v("check", e.check), v("note", e.note);
}
template <class V>
void list(V& v, PromiseRecomputed& e) {
  v("promise", e.promise);
}
template <class V>
void list(V& v, payment::Line& l) {
  v("fee", l.fee), v("each", l.each), v("quantity", l.quantity);
}
template <class V>
void list(V& v, FeesCharged& e) {
  v("lines", e.lines);
}
template <class V>
void list(V& v, PaymentOrdered& e) {
  v("order", e.order), v("amount", e.amount), v("gateway", e.gateway);
  v("expires_at", e.expires_at);
}
template <class V>
void list(V& v, PaymentReceived& e) {
  v("order", e.order), v("transaction", e.transaction), v("amount", e.amount);
  v("bank", e.bank), v("paid_at", e.paid_at);
}
template <class V>
void list(V& v, PaymentFailed& e) {
  v("order", e.order), v("expired", e.expired), v("code", e.code);
}
template <class V>
void list(V& v, CashReceived& e) {
  v("receipt", e.receipt), v("amount", e.amount), v("note", e.note);
}
template <class V>
void list(V& v, TransferRecorded& e) {
  v("reference", e.reference), v("amount", e.amount), v("date", e.date), v("note", e.note);
}
template <class V>
void list(V& v, RefundOrdered& e) {
  v("refund", e.refund), v("payment", e.payment), v("amount", e.amount), v("reason", e.reason);
  v("document", e.document);
}
template <class V>
void list(V& v, Refunded& e) {
  v("refund", e.refund), v("payment", e.payment), v("amount", e.amount), v("reason", e.reason);
  v("document", e.document), v("transaction", e.transaction);
}
template <class V>
void list(V& v, RefundFailed& e) {
  v("refund", e.refund), v("code", e.code);
}

template <class V>
void list(V& v, Mark& m) {
  v("indicator", m.indicator), v("points", m.points);
}
template <class V>
void list(V& v, Rated& e) {
  v("marks", e.marks), v("comment", e.comment);
}

template <class V>
void list(V& v, ConflictDeclared& e) {
  v("reason", e.reason);
}
template <class V>
void list(V& v, UnitSucceeded& e) {
  v("from", e.from), v("to", e.to), v("decision", e.decision), v("tasks", e.tasks);
}
template <class V>
void list(V& v, TimerCame& e) {
  v("timer", e.timer), v("due", e.due), v("move", e.move);
}

}  // namespace motcua::dossier::fields
