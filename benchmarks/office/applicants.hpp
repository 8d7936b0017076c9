// Applicants at work through HTTP as the web sends them: a draft, its answers, a small paper, a
// large one, and the submission; then the next. No two large papers are alike.
//
// They share some accounts: what a network may do without one, or by making many, is limited.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "load_client.hpp"
#include "office/served_office.hpp"

namespace motcua::bench {

enum class Sending { Whole, Pieces };  // a paper: in one request, or by tus in pieces of 1 MB

class Applicants {
 public:
  struct Order {
    std::size_t count = 0;        // at most 400
    std::size_t paper_bytes = 0;  // of the large paper
    Sending sending = Sending::Whole;
    std::string domain;  // of their addresses: no two orders of one office alike
  };
  // Makes their accounts. Throws.
  Applicants(const ServedOffice& office, const Order& order);

  std::string request(std::uint64_t number);
  void answered(std::uint64_t number, const load::Answer& answer);

  std::uint64_t submitted() const { return submitted_; }   // acknowledged dossiers
  const std::string& trouble() const { return trouble_; }  // the first answer that was no 2xx

 private:
  enum class Step { Begin, Fill, SmallPaper, LargePaper, BeginPieces, Piece, Submit };
  struct Applicant {
    Session session;
    Step step = Step::Begin;
    std::string draft;
    std::string upload;     // path of the paper that comes in pieces
    std::size_t sent = 0;   // bytes of it
    std::string beginning;  // of the paper: what tells it from the others
  };

  std::string request_of(Applicant& applicant);
  std::string piece_of(const Applicant& applicant) const;
  std::string with_bytes(const Applicant& applicant, std::string_view where,
                         std::string_view headers, std::size_t count) const;
  void go_on(Applicant& applicant, const load::Answer& answer);

  Order order_;
  std::vector<Applicant> applicants_;
  std::deque<Applicant*> idle_;
  std::unordered_map<std::uint64_t, Applicant*> under_way_;
  std::string bytes_;  // of every large paper but for its beginning
  std::uint64_t papers_ = 0;
  std::uint64_t keys_ = 0;
  std::uint64_t submitted_ = 0;
  std::string trouble_;
};

}  // namespace motcua::bench
