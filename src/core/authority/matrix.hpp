// Authority matrices: who decides which case, by which instrument, from when until when.
//
// A matrix is data: a folder authority/<id>/v<n> with matrix.toml (instrument, deciding
// authorities, facts, limits) and matrix.dmn, a decision "authority" (first row that applies) and a
// decision "limits" (every limit that is passed). A version once published never changes; a dossier
// stands under the one in force on the day it was received. Judging is pure.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/registers.hpp"
#include "authority/tenure.hpp"
#include "dmn/decision.hpp"
#include "feel/expression.hpp"
#include "procedure/problem.hpp"

namespace motcua::authority {

// The paper that gives or delegates the power to decide (phân cấp, ủy quyền).
struct Instrument {
  std::string number;  // empty: not found, and then `basis` says so
  std::optional<Date> date;
  Text issuer;
  Text title;
  std::string basis;  // a source key, or "chưa kiểm chứng"
};

// A deciding authority: a post of this office, or a body outside it.
struct Decider {
  std::string id;
  Text name;
  std::string post;  // of this office; empty: an outside body
  std::string unit;  // of the outside body
  std::string basis;
};

// A value the rules work with, made of the answers: "people" = 1 + count(members).
struct Fact {
  std::string name;
  Text label;
  feel::Expression value;
};

// A limit of the law (facts 7.5), as data beside the rule that tests it.
struct Limit {
  std::string id;
  Text name;
  std::int64_t value = 0;
  std::string fact;  // what is compared; a limit whose fact is not known is not checked
  std::string basis;
};

struct Matrix {
  std::string id;
  int number = 1;
  Text name;
  bool published = false;
  bool verified = false;
  std::string digest;
  Date in_force_from;
  std::optional<Date> in_force_until;
  Instrument instrument;
  std::vector<Decider> deciders;
  std::vector<Fact> facts;
  std::vector<Limit> limits;
  std::optional<dmn::DecisionTable> table;   // "authority"
  std::optional<dmn::DecisionTable> passed;  // "limits"

  const Decider* find_decider(std::string_view id) const;
  std::string instrument_in_words() const;
};

// InDoubt: kept by what was counted, passed if a namesake not told apart is the same person.
enum class LimitState { Kept, Passed, Unknown, InDoubt };

struct LimitFinding {
  const Limit* limit = nullptr;
  LimitState state = LimitState::Kept;
};

// What a matrix says of one case. No decider: no rule applied, or the table has an error.
struct Judgement {
  const Matrix* matrix = nullptr;
  const Decider* decider = nullptr;
  std::string instrument;
  int rule = 0;  // from 1
  Text why;
  std::vector<LimitFinding> limits;
  RegisterFacts known;                // what it was judged by beside the answers
  feel::Context as_variable() const;  // what a process reads as `authority`
};

// `answers` is the form's; `known` what registers say, empty where nothing is known.
Judgement judge(const Matrix& matrix, const feel::Context& answers, RegisterFacts known);

// The fact of a register a limit was compared with; null where it was of the answers.
const RegisterFact* fact_behind(const Judgement& judgement, const Limit& limit);
// "At most 2 trips a year (An: already 2 trips)": the limit, with what passes or nears it.
Text limit_in_words(const Judgement& judgement, const Limit& limit);
// " Vượt giới hạn: …" of every limit that is passed, with who passed it; empty when none is.
Text limits_in_words(const Judgement& judgement);

inline constexpr std::string_view matrix_file = "matrix.toml";
inline constexpr std::string_view table_file = "matrix.dmn";

// Reads one version from the texts of its folder.
Result<Matrix, procedure::Problems> read_matrix(const procedure::Files& files);

// Everything that is wrong: also outcomes that name no decider, a missing instrument, and a table
// without a last row that takes every case.
procedure::Problems check_matrix(const procedure::Files& files);

// The matrices of an office. Pointers live as long as it does.
class Matrices {
 public:
  Matrices() = default;
  explicit Matrices(std::vector<Matrix> versions);

  // The newest published version in force on the day; nullptr when there is none.
  const Matrix* in_force(std::string_view id, Date day) const;
  const Matrix* find(std::string_view id, int number) const;
  const std::vector<Matrix>& versions() const { return versions_; }

 private:
  std::vector<Matrix> versions_;  // by id, number
};

// What decides who may act, of one moment. Any of them may be missing: then it is not asked.
// Shared because World replaces its snapshots while acts still look at the old ones.
struct Powers {
  const Office* office = nullptr;
  std::shared_ptr<const Matrices> matrices;
  std::shared_ptr<const Substitutions> substitutions;
  std::shared_ptr<const Registers> registers;  // without: limits that need one are not checked
  std::uint64_t revision = 0;                  // another one whenever any of them was replaced
};

}  // namespace motcua::authority
