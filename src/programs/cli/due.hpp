// motcua due: a promise and the reason for its date, without an office or a journal.
//
// Pure but for the streams it is given: reading options and files is the caller's. Answers of one
// batch are written in the order of the lines; a bad line is answered and stops nothing.
#pragma once

#include <iosfwd>
#include <string>

#include "calendar/reckoning.hpp"

namespace motcua::cli {

// The rules that hold where no procedure is named: cut-off at 15:00 [ND61-18], months never
// rounded.
calendar::ReceiptRules default_receipt_rules();

struct DueRequest {
  std::string term;      // "6 working-days"; write_term() of the term a procedure has; "none"
  std::string received;  // "2017-04-12T09:10"
  calendar::ReceiptRules rules = default_receipt_rules();
  Text subject;         // procedure and case in words; empty with a bare term
  std::string channel;  // "online", "counter", "post"; empty: not said
  bool json = false;
  bool batch = false;  // lines `received;term` from `in`; term and received above are not read
  Language language = Language::Vietnamese;
};

// Writes the answer to `out`, what is wrong with the input to `err`. Exit codes: 0 answered (also a
// batch with bad lines, each answered `error;code;Line N: message`, and "none" where there is no
// term; as JSON one object a line: {line, promise} or {line, code, message}), 2 bad input or a
// calendar without data.
int run_due(const DueRequest& request, const calendar::WorkingCalendar& calendar, std::istream& in,
            std::ostream& out, std::ostream& err);

}  // namespace motcua::cli
