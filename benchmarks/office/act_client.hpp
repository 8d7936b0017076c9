// Officers who act through HTTP: makes each request as a browser would send it (session, CSRF
// token, If-Match, Idempotency-Key), and keeps what was acknowledged.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "load_client.hpp"
#include "office/made_office.hpp"
#include "office/served_office.hpp"

namespace motcua::bench {

class ActClient {
 public:
  ActClient(const ServedOffice& office, std::vector<Standing> standings,
            std::uint64_t first_number);

  std::string request(std::uint64_t number);
  void answered(std::uint64_t number, const load::Answer& answer);

  std::uint64_t acknowledged() const { return acknowledged_; }
  const std::string& trouble() const { return trouble_; }  // the first answer that was no 2xx
  // The versions told for each dossier touched: what the journal must hold afterwards.
  std::map<std::string, std::uint64_t> versions_told() const;

 private:
  std::map<std::string, Session, std::less<>> sessions_;
  std::deque<Standing> standings_;
  std::deque<Standing*> idle_;
  std::unordered_map<std::uint64_t, Standing*> under_way_;
  std::map<std::string, std::uint64_t> ended_;
  std::uint64_t next_number_;
  std::uint64_t keys_ = 0;
  std::uint64_t acknowledged_ = 0;
  std::string trouble_;
};

}  // namespace motcua::bench
