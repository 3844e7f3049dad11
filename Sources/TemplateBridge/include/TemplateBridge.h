#ifndef TemplateBridge_h
#define TemplateBridge_h

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif
