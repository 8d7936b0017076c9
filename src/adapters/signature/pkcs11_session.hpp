// A session with a PKCS #11 token, in the few words signing needs; for token_key.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"

struct _CK_FUNCTION_LIST;  // of PKCS #11

namespace motcua::signature {

struct ReleaseModule {
  void operator()(_CK_FUNCTION_LIST* module) const;
};
using Pkcs11Module = std::unique_ptr<_CK_FUNCTION_LIST, ReleaseModule>;

// Loaded and initialised. Unavailable when that fails.
OrFailure<Pkcs11Module> load_module(const std::string& path);

enum class TokenObject { SecretKey, SignersCertificate };
enum class KeyKind { Rsa, Ec };

// One thread at a time. Must not outlive its module.
class Pkcs11Session {
 public:
  static OrFailure<std::unique_ptr<Pkcs11Session>> log_in(_CK_FUNCTION_LIST* module,
                                                          const std::string& token,
                                                          const std::string& pin);
  Pkcs11Session(const Pkcs11Session&) = delete;
  Pkcs11Session& operator=(const Pkcs11Session&) = delete;
  ~Pkcs11Session();

  OrFailure<unsigned long> find(TokenObject kind, const std::string& label);
  OrFailure<std::string> certificate(unsigned long object);  // DER
  OrFailure<KeyKind> kind_of(unsigned long key);
  // CKM_RSA_PKCS or CKM_ECDSA over `input`, as the device gives it.
  OrFailure<std::string> sign(unsigned long key, KeyKind kind, std::string input);

 private:
  Pkcs11Session(_CK_FUNCTION_LIST* module, unsigned long session)
      : module_(module), session_(session) {}
  OrFailure<std::string> attribute(unsigned long object, unsigned long kind);
  _CK_FUNCTION_LIST* module_;
  unsigned long session_;
};

}  // namespace motcua::signature
