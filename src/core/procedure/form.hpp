// The form of a procedure on the server's side: the answers are checked by the same schema the
// browser showed, and told back as a person reads them.
//
// A form may use all of JSON Schema 2020-12 and the formats of an office (schema/format.hpp); what
// the browser shows of it is web/src/form's matter. An answer left blank counts as not given.
#pragma once

#include <string>
#include <vector>

#include "base/rejection.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

using AnswerError = WrongPart;  // its path points into the answers, its code is the keyword

std::vector<AnswerError> check_answers(const Version& version, const json::value& answers);
std::vector<AnswerError> check_answers(const TaskForm& form, const json::value& answers);
// The same for an application of that day: of reference lists, only what was valid then.
std::vector<AnswerError> check_answers_on(const Version& version, const json::value& answers,
                                          Date day);

// Of the form of a step, those of the day it is filled in.
struct StepForm {
  const Version& version;
  const TaskForm& form;
};
std::vector<AnswerError> check_answers_on(const StepForm& step, const json::value& answers,
                                          Date day);

// The form as it is offered on a day.
json::value form_schema_on(const Version& version, Date day);
json::value form_schema_on(const StepForm& step, Date day);

struct AnswerRow {
  std::string path;
  Text label;
  Text value;
  int page = 0;  // of the form, from 0
};

// The text at a pointer of the hints' `applicant` part ("name", "identity", …), or of "summary";
// empty when the hints or the answers have none. "kind" that is no pointer is returned as it is.
std::string applicant_part(const Version& version, const json::value& answers,
                           std::string_view part);
std::string answer_summary(const Version& version, const json::value& answers);

// The question an answer is to: "/members/0/name" answers "/members/*/name".
std::string question_of(std::string_view path);

// The answer at a JSON Pointer; nullptr when it is not given.
const json::value* answer_at(const json::value& answers, std::string_view pointer);

// Of a form, its schema and its hints.
struct FormParts {
  const json::value& schema;
  const json::value& hints;
};
// What a question is called, "*" in its pointer standing for the entries of a list, and what one of
// its choices is called.
Text question_label(const FormParts& form, std::string_view path);
Text choice_label(const FormParts& form, std::string_view path, const json::value& choice);

// What the question at a JSON Pointer is called, with the number of its list's entry, and the page
// of the form (from 0) it stands on.
Text question_label(const Version& version, std::string_view path);
int question_page(const Version& version, std::string_view path);

// Every answer given, in the order of the form; empty ones are left out.
std::vector<AnswerRow> answer_rows(const Version& version, const json::value& answers);
std::vector<AnswerRow> answer_rows(const TaskForm& form, const json::value& answers);

}  // namespace motcua::procedure
