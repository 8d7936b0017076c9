#include "signature/pkcs11_session.hpp"

#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace motcua::signature {
namespace {

Unexpected<Failure> refused(const std::string& tried, CK_RV why) {
  return Unexpected{Failure{FailureKind::Unavailable, tried + ": " + p11_kit_strerror(why), true}};
}

Unexpected<Failure> not_found(const std::string& what) {
  return Unexpected{Failure{FailureKind::NotFound, what, false}};
}

// Labels are padded with blanks to 32 bytes.
std::string label_of(const CK_TOKEN_INFO& token) {
  const std::string padded(reinterpret_cast<const char*>(token.label), sizeof token.label);
  return padded.substr(0, padded.find_last_not_of(' ') + 1);
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

OrFailure<CK_SLOT_ID> slot_of(CK_FUNCTION_LIST* module, const std::string& label) {
  CK_ULONG count = 0;
  CK_RV status = module->C_GetSlotList(CK_TRUE, nullptr, &count);
  std::vector<CK_SLOT_ID> slots(count);
  if (status == CKR_OK) status = module->C_GetSlotList(CK_TRUE, slots.data(), &count);
  if (status != CKR_OK) return refused("the tokens cannot be listed", status);
  slots.resize(std::min<std::size_t>(count, slots.size()));
  for (const auto slot : slots) {
    CK_TOKEN_INFO token{};
    if (module->C_GetTokenInfo(slot, &token) == CKR_OK && label_of(token) == label) return slot;
  }
  return not_found("there is no token " + label);
}

}  // namespace

void ReleaseModule::operator()(CK_FUNCTION_LIST* module) const {
  p11_kit_module_finalize(module);
  p11_kit_module_release(module);
}

OrFailure<Pkcs11Module> load_module(const std::string& path) {
  CK_FUNCTION_LIST* module = p11_kit_module_load(path.c_str(), 0);
  if (module == nullptr) {
    const char* why = p11_kit_message();
    return Unexpected{Failure{FailureKind::Unavailable,
                              "the PKCS #11 module " + path + " cannot be loaded: " +
                                  (why == nullptr ? "no reason given" : why),
                              false}};
  }
  if (const CK_RV status = p11_kit_module_initialize(module); status != CKR_OK) {
    p11_kit_module_release(module);
    return refused("the PKCS #11 module " + path + " does not start", status);
  }
  return Pkcs11Module{module};
}

OrFailure<std::unique_ptr<Pkcs11Session>> Pkcs11Session::log_in(CK_FUNCTION_LIST* module,
                                                                const std::string& token,
                                                                const std::string& pin) {
  const auto slot = slot_of(module, token);
  if (!slot) return Unexpected{slot.error()};
  CK_SESSION_HANDLE number = 0;
  CK_RV status = module->C_OpenSession(*slot, CKF_SERIAL_SESSION, nullptr, nullptr, &number);
  if (status != CKR_OK) return refused("the token " + token + " cannot be opened", status);
  std::unique_ptr<Pkcs11Session> session{new Pkcs11Session(module, number)};
  std::string secret = pin;
  status = module->C_Login(number, CKU_USER, bytes_of(secret), secret.size());
  if (status != CKR_OK && status != CKR_USER_ALREADY_LOGGED_IN) {
    return refused("the token " + token + " refuses the PIN", status);
  }
  return session;
}

Pkcs11Session::~Pkcs11Session() { module_->C_CloseSession(session_); }

OrFailure<unsigned long> Pkcs11Session::find(TokenObject kind, const std::string& label) {
  CK_OBJECT_CLASS object_class = kind == TokenObject::SecretKey ? CKO_PRIVATE_KEY : CKO_CERTIFICATE;
  std::string wanted = label;
  std::array<CK_ATTRIBUTE, 2> like{
      {{CKA_CLASS, &object_class, sizeof object_class}, {CKA_LABEL, wanted.data(), wanted.size()}}};
  CK_RV status = module_->C_FindObjectsInit(session_, like.data(), like.size());
  if (status != CKR_OK) return refused("the token cannot be searched", status);
  CK_OBJECT_HANDLE found = 0;
  CK_ULONG count = 0;
  status = module_->C_FindObjects(session_, &found, 1, &count);
  module_->C_FindObjectsFinal(session_);
  if (status != CKR_OK) return refused("the token cannot be searched", status);
  if (count == 0) {
    return not_found(std::string{"there is no "} +
                     (kind == TokenObject::SecretKey ? "key " : "certificate ") + label +
                     " on the token");
  }
  return found;
}

OrFailure<std::string> Pkcs11Session::attribute(unsigned long object, unsigned long kind) {
  CK_ATTRIBUTE asked{kind, nullptr, 0};
  CK_RV status = module_->C_GetAttributeValue(session_, object, &asked, 1);
  if (status != CKR_OK || asked.ulValueLen == CK_UNAVAILABLE_INFORMATION) {
    return refused("the token keeps an attribute back", status);
  }
  std::string value(asked.ulValueLen, '\0');
  asked.pValue = value.data();
  status = module_->C_GetAttributeValue(session_, object, &asked, 1);
  if (status != CKR_OK) return refused("the token keeps an attribute back", status);
  return value;
}

OrFailure<std::string> Pkcs11Session::certificate(unsigned long object) {
  return attribute(object, CKA_VALUE);
}

OrFailure<KeyKind> Pkcs11Session::kind_of(unsigned long key) {
  const auto value = attribute(key, CKA_KEY_TYPE);
  if (!value) return Unexpected{value.error()};
  CK_KEY_TYPE kind = 0;
  if (value->size() == sizeof kind) std::memcpy(&kind, value->data(), sizeof kind);
  if (value->size() == sizeof kind && kind == CKK_RSA) return KeyKind::Rsa;
  if (value->size() == sizeof kind && kind == CKK_EC) return KeyKind::Ec;
  return malformed("the key on the token is neither RSA nor on a curve");
}

OrFailure<std::string> Pkcs11Session::sign(unsigned long key, KeyKind kind, std::string input) {
  CK_MECHANISM how{kind == KeyKind::Rsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
  CK_RV status = module_->C_SignInit(session_, &how, key);
  if (status != CKR_OK) return refused("the token does not begin to sign", status);
  std::string signature(1024, '\0');
  CK_ULONG size = signature.size();
  status = module_->C_Sign(session_, bytes_of(input), input.size(), bytes_of(signature), &size);
  if (status != CKR_OK) return refused("the token does not sign", status);
  signature.resize(size);
  return signature;
}

}  // namespace motcua::signature
